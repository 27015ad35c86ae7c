import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: gruWeightsFromTorch()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/functions/gruWeightsFromTorch.md","filePath":"api/gatewave/functions/gruWeightsFromTorch.md"}');
const _sfc_main = { name: "api/gatewave/functions/gruWeightsFromTorch.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-gruweightsfromtorch" tabindex="-1">Function: gruWeightsFromTorch() <a class="header-anchor" href="#function-gruweightsfromtorch" aria-label="Permalink to &quot;Function: gruWeightsFromTorch()&quot;">​</a></h1><blockquote><p><strong>gruWeightsFromTorch</strong>(<code>__namedParameters</code>): <code>CellWeights</code></p></blockquote><p>The weights that make <code>gru</code> with <code>resetAfter</code> (its default) compute what torch&#39;s GRU computes. Differentiable, so gradients come out in torch&#39;s layout.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="namedparameters" tabindex="-1">__namedParameters <a class="header-anchor" href="#namedparameters" aria-label="Permalink to &quot;\\_\\_namedParameters&quot;">​</a></h3><p><a href="./../interfaces/TorchGRUWeights.html"><code>TorchGRUWeights</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>CellWeights</code></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>Error naming the tensor whose shape or type does not fit</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/functions/gruWeightsFromTorch.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const gruWeightsFromTorch = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  gruWeightsFromTorch as default
};
