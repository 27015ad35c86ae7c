import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: layerWeights()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/layerWeights.md","filePath":"api/gatewave/model/functions/layerWeights.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/layerWeights.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-layerweights" tabindex="-1">Function: layerWeights() <a class="header-anchor" href="#function-layerweights" aria-label="Permalink to &quot;Function: layerWeights()&quot;">​</a></h1><blockquote><p><strong>layerWeights</strong>(<code>__namedParameters</code>): <a href="./../interfaces/WeightTensor.html"><code>WeightTensor</code></a>[]</p></blockquote><p>The layer&#39;s arrays in the order that <code>layer.setWeights</code> takes, in tf.js, Keras and here.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="namedparameters" tabindex="-1">__namedParameters <a class="header-anchor" href="#namedparameters" aria-label="Permalink to &quot;\\_\\_namedParameters&quot;">​</a></h3><p><a href="./../interfaces/RecurrentWeights.html"><code>RecurrentWeights</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/WeightTensor.html"><code>WeightTensor</code></a>[]</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/layerWeights.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const layerWeights = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  layerWeights as default
};
