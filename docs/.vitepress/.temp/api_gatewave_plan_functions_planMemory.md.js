import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: planMemory()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/planMemory.md","filePath":"api/gatewave/plan/functions/planMemory.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/planMemory.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-planmemory" tabindex="-1">Function: planMemory() <a class="header-anchor" href="#function-planmemory" aria-label="Permalink to &quot;Function: planMemory()&quot;">​</a></h1><blockquote><p><strong>planMemory</strong>(<code>plan</code>): <code>object</code></p></blockquote><p>Bytes of the buffers that running the plan creates.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="plan" tabindex="-1">plan <a class="header-anchor" href="#plan" aria-label="Permalink to &quot;plan&quot;">​</a></h3><p><a href="./../interfaces/Plan.html"><code>Plan</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>object</code></p><h3 id="largest" tabindex="-1">largest <a class="header-anchor" href="#largest" aria-label="Permalink to &quot;largest&quot;">​</a></h3><blockquote><p><strong>largest</strong>: <code>number</code></p></blockquote><h3 id="outputs" tabindex="-1">outputs <a class="header-anchor" href="#outputs" aria-label="Permalink to &quot;outputs&quot;">​</a></h3><blockquote><p><strong>outputs</strong>: <code>number</code></p></blockquote><h3 id="scratch" tabindex="-1">scratch <a class="header-anchor" href="#scratch" aria-label="Permalink to &quot;scratch&quot;">​</a></h3><blockquote><p><strong>scratch</strong>: <code>number</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/planMemory.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const planMemory = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  planMemory as default
};
