import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: specialise()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/specialise.md","filePath":"api/gatewave/plan/functions/specialise.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/specialise.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-specialise" tabindex="-1">Function: specialise() <a class="header-anchor" href="#function-specialise" aria-label="Permalink to &quot;Function: specialise()&quot;">​</a></h1><blockquote><p><strong>specialise</strong>(<code>name</code>, <code>literals</code>, <code>modules?</code>): <code>string</code></p></blockquote><p><code>specialiseFrom</code> the files of <code>shaders/</code>.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="name" tabindex="-1">name <a class="header-anchor" href="#name" aria-label="Permalink to &quot;name&quot;">​</a></h3><p><code>string</code></p><h3 id="literals" tabindex="-1">literals <a class="header-anchor" href="#literals" aria-label="Permalink to &quot;literals&quot;">​</a></h3><p><code>Literals</code></p><h3 id="modules" tabindex="-1">modules? <a class="header-anchor" href="#modules" aria-label="Permalink to &quot;modules?&quot;">​</a></h3><p><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;&gt;</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>string</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/specialise.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const specialise = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  specialise as default
};
