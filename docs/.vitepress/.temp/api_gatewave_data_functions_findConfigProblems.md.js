import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: findConfigProblems()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/findConfigProblems.md","filePath":"api/gatewave/data/functions/findConfigProblems.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/findConfigProblems.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-findconfigproblems" tabindex="-1">Function: findConfigProblems() <a class="header-anchor" href="#function-findconfigproblems" aria-label="Permalink to &quot;Function: findConfigProblems()&quot;">​</a></h1><blockquote><p><strong>findConfigProblems</strong>(<code>value</code>): <a href="./../interfaces/ConfigProblem.html"><code>ConfigProblem</code></a>[]</p></blockquote><p>Lists what is wrong with a configuration; empty if nothing is.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="value" tabindex="-1">value <a class="header-anchor" href="#value" aria-label="Permalink to &quot;value&quot;">​</a></h3><p><code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt;</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/ConfigProblem.html"><code>ConfigProblem</code></a>[]</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/findConfigProblems.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const findConfigProblems = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  findConfigProblems as default
};
