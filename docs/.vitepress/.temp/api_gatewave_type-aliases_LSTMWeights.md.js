import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: LSTMWeights","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/type-aliases/LSTMWeights.md","filePath":"api/gatewave/type-aliases/LSTMWeights.md"}');
const _sfc_main = { name: "api/gatewave/type-aliases/LSTMWeights.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-lstmweights" tabindex="-1">Type Alias: LSTMWeights <a class="header-anchor" href="#type-alias-lstmweights" aria-label="Permalink to &quot;Type Alias: LSTMWeights&quot;">​</a></h1><blockquote><p><strong>LSTMWeights</strong> = <code>CellWeights</code></p></blockquote><p>Weights of one direction, as Keras and tf.layers lay them out; gates i, f, c, o along the last axis: kernel [inputDim, 4·units], recurrentKernel [units, 4·units], bias [4·units], zeros if absent.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/type-aliases/LSTMWeights.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LSTMWeights = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LSTMWeights as default
};
