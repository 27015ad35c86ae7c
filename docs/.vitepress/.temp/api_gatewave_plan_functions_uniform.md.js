import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: uniform()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/uniform.md","filePath":"api/gatewave/plan/functions/uniform.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/uniform.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-uniform" tabindex="-1">Function: uniform() <a class="header-anchor" href="#function-uniform" aria-label="Permalink to &quot;Function: uniform()&quot;">​</a></h1><blockquote><p><strong>uniform</strong>(<code>buffer</code>): <a href="./../interfaces/BindingRef.html"><code>BindingRef</code></a></p></blockquote><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="buffer" tabindex="-1">buffer <a class="header-anchor" href="#buffer" aria-label="Permalink to &quot;buffer&quot;">​</a></h3><p><code>string</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/BindingRef.html"><code>BindingRef</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/uniform.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const uniform = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  uniform as default
};
