import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: recurrentSizes()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/recurrentSizes.md","filePath":"api/gatewave/model/functions/recurrentSizes.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/recurrentSizes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-recurrentsizes" tabindex="-1">Function: recurrentSizes() <a class="header-anchor" href="#function-recurrentsizes" aria-label="Permalink to &quot;Function: recurrentSizes()&quot;">​</a></h1><blockquote><p><strong>recurrentSizes</strong>(<code>__namedParameters</code>): <code>object</code></p></blockquote><p>inputDim and units of a layer.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="namedparameters" tabindex="-1">__namedParameters <a class="header-anchor" href="#namedparameters" aria-label="Permalink to &quot;\\_\\_namedParameters&quot;">​</a></h3><p><a href="./../interfaces/RecurrentWeights.html"><code>RecurrentWeights</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>object</code></p><h3 id="inputdim" tabindex="-1">inputDim <a class="header-anchor" href="#inputdim" aria-label="Permalink to &quot;inputDim&quot;">​</a></h3><blockquote><p><strong>inputDim</strong>: <code>number</code></p></blockquote><h3 id="units" tabindex="-1">units <a class="header-anchor" href="#units" aria-label="Permalink to &quot;units&quot;">​</a></h3><blockquote><p><strong>units</strong>: <code>number</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/recurrentSizes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const recurrentSizes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  recurrentSizes as default
};
