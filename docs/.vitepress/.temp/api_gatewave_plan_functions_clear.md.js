import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: clear()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/clear.md","filePath":"api/gatewave/plan/functions/clear.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/clear.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-clear" tabindex="-1">Function: clear() <a class="header-anchor" href="#function-clear" aria-label="Permalink to &quot;Function: clear()&quot;">​</a></h1><blockquote><p><strong>clear</strong>(<code>buffer</code>, <code>offset</code>, <code>elements</code>): <a href="./../interfaces/ClearPass.html"><code>ClearPass</code></a></p></blockquote><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="buffer" tabindex="-1">buffer <a class="header-anchor" href="#buffer" aria-label="Permalink to &quot;buffer&quot;">​</a></h3><p><code>string</code></p><h3 id="offset" tabindex="-1">offset <a class="header-anchor" href="#offset" aria-label="Permalink to &quot;offset&quot;">​</a></h3><p><code>number</code></p><h3 id="elements" tabindex="-1">elements <a class="header-anchor" href="#elements" aria-label="Permalink to &quot;elements&quot;">​</a></h3><p><code>number</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/ClearPass.html"><code>ClearPass</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/clear.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const clear = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  clear as default
};
