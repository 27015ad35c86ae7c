import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: GRUWeights","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/type-aliases/GRUWeights.md","filePath":"api/gatewave/type-aliases/GRUWeights.md"}');
const _sfc_main = { name: "api/gatewave/type-aliases/GRUWeights.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-gruweights" tabindex="-1">Type Alias: GRUWeights <a class="header-anchor" href="#type-alias-gruweights" aria-label="Permalink to &quot;Type Alias: GRUWeights&quot;">​</a></h1><blockquote><p><strong>GRUWeights</strong> = <code>CellWeights</code></p></blockquote><p>Weights of one direction, as Keras and tf.layers lay them out; gates z, r, h along the last axis: kernel [inputDim, 3·units], recurrentKernel [units, 3·units]; bias [2, 3·units] with <code>resetAfter</code>, of the input&#39;s product and of the recurrent one, else [3·units]; zeros if absent. <code>gruWeightsFromTorch</code> makes them of torch&#39;s.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/type-aliases/GRUWeights.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GRUWeights = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GRUWeights as default
};
