import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: GRUStepOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/interfaces/GRUStepOptions.md","filePath":"api/gatewave/interfaces/GRUStepOptions.md"}');
const _sfc_main = { name: "api/gatewave/interfaces/GRUStepOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-grustepoptions" tabindex="-1">Interface: GRUStepOptions <a class="header-anchor" href="#interface-grustepoptions" aria-label="Permalink to &quot;Interface: GRUStepOptions&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>CellOptions</code></li></ul><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./BidirectionalGRUOptions.html"><code>BidirectionalGRUOptions</code></a></li><li><a href="./GRUOptions.html"><code>GRUOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="activation" tabindex="-1">activation? <a class="header-anchor" href="#activation" aria-label="Permalink to &quot;activation?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>activation?</strong>: <a href="./../type-aliases/Activation.html"><code>Activation</code></a></p></blockquote><p>Activation of the candidate and, in an LSTM, of the cell state on its way out; &#39;tanh&#39; by default.</p><h4 id="inherited-from" tabindex="-1">Inherited from <a class="header-anchor" href="#inherited-from" aria-label="Permalink to &quot;Inherited from&quot;">​</a></h4><p><code>CellOptions.activation</code></p><hr><h3 id="recurrentactivation" tabindex="-1">recurrentActivation? <a class="header-anchor" href="#recurrentactivation" aria-label="Permalink to &quot;recurrentActivation?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>recurrentActivation?</strong>: <a href="./../type-aliases/Activation.html"><code>Activation</code></a></p></blockquote><p>Activation of the gates; &#39;sigmoid&#39; by default. &#39;hardSigmoid&#39; is clip(0.2 x + 0.5, 0, 1), as in Keras 2 and tf.js.</p><h4 id="inherited-from-1" tabindex="-1">Inherited from <a class="header-anchor" href="#inherited-from-1" aria-label="Permalink to &quot;Inherited from&quot;">​</a></h4><p><code>CellOptions.recurrentActivation</code></p><hr><h3 id="resetafter" tabindex="-1">resetAfter? <a class="header-anchor" href="#resetafter" aria-label="Permalink to &quot;resetAfter?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>resetAfter?</strong>: <code>boolean</code></p></blockquote><p>Whether the reset gate multiplies h after its product with the recurrent kernel (default, as in torch, Keras and cuDNN) or before it (as in tf.layers.gru, and Cho et al. 2014).</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/interfaces/GRUStepOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GRUStepOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GRUStepOptions as default
};
