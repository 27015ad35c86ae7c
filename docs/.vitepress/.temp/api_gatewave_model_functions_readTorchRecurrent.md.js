import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: readTorchRecurrent()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/readTorchRecurrent.md","filePath":"api/gatewave/model/functions/readTorchRecurrent.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/readTorchRecurrent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-readtorchrecurrent" tabindex="-1">Function: readTorchRecurrent() <a class="header-anchor" href="#function-readtorchrecurrent" aria-label="Permalink to &quot;Function: readTorchRecurrent()&quot;">​</a></h1><blockquote><p><strong>readTorchRecurrent</strong>(<code>tensors</code>, <code>module?</code>): <a href="./../interfaces/RecurrentWeights.html"><code>RecurrentWeights</code></a>[]</p></blockquote><p>Reads the layers of an nn.LSTM or nn.GRU, the first one first.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="tensors" tabindex="-1">tensors <a class="header-anchor" href="#tensors" aria-label="Permalink to &quot;tensors&quot;">​</a></h3><p><a href="./../type-aliases/NamedTensors.html"><code>NamedTensors</code></a></p><h3 id="module" tabindex="-1">module? <a class="header-anchor" href="#module" aria-label="Permalink to &quot;module?&quot;">​</a></h3><p><code>string</code></p><p>under which they are named, such as <code>lstm</code> for <code>lstm.weight_ih_l0</code>; default: the only one there is.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/RecurrentWeights.html"><code>RecurrentWeights</code></a>[]</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>WeightsError naming the tensor that is missing or does not fit.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/readTorchRecurrent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const readTorchRecurrent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  readTorchRecurrent as default
};
