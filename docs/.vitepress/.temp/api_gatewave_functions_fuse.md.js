import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: fuse()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/functions/fuse.md","filePath":"api/gatewave/functions/fuse.md"}');
const _sfc_main = { name: "api/gatewave/functions/fuse.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-fuse" tabindex="-1">Function: fuse() <a class="header-anchor" href="#function-fuse" aria-label="Permalink to &quot;Function: fuse()&quot;">​</a></h1><blockquote><p><strong>fuse</strong>(<code>model</code>): <code>LayersModel</code></p></blockquote><p>A model that computes the same as <code>model</code>, with its LSTM and GRU layers as fused ops: LSTM, GRU, Bidirectional of either, and RNN over LSTMCell, GRUCell or a stack of them, anywhere in a sequential or functional model. Both models share their weights: training one trains the other. A compiled model stays compiled, with the same loss, metrics and optimizer. A saved model names only tf.js&#39;s own classes, so that plain tf.js can open it.</p><p>Layers that the kernels cannot compute stay as they are; <code>fuse.report</code> says which and why. The states of stateful layers are not shared. <code>dispose</code> leaves the weights alone, since they belong to the original model.</p><p>Calls <code>registerKernels</code>. Works with every backend, and is fast with &#39;webgpu&#39;.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="model" tabindex="-1">model <a class="header-anchor" href="#model" aria-label="Permalink to &quot;model&quot;">​</a></h3><p><code>LayersModel</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>LayersModel</code></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>Error when the model has no layers</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/functions/fuse.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const fuse = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  fuse as default
};
