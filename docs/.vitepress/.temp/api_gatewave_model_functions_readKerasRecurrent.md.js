import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: readKerasRecurrent()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/readKerasRecurrent.md","filePath":"api/gatewave/model/functions/readKerasRecurrent.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/readKerasRecurrent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-readkerasrecurrent" tabindex="-1">Function: readKerasRecurrent() <a class="header-anchor" href="#function-readkerasrecurrent" aria-label="Permalink to &quot;Function: readKerasRecurrent()&quot;">​</a></h1><blockquote><p><strong>readKerasRecurrent</strong>(<code>layer</code>): <a href="./../interfaces/KerasRecurrent.html"><code>KerasRecurrent</code></a></p></blockquote><p>Reads an LSTM, a GRU, either in Bidirectional, or an RNN over one LSTMCell or GRUCell.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="layer" tabindex="-1">layer <a class="header-anchor" href="#layer" aria-label="Permalink to &quot;layer&quot;">​</a></h3><p><a href="./../interfaces/KerasLayer.html"><code>KerasLayer</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/KerasRecurrent.html"><code>KerasRecurrent</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>WeightsError when the layer is another one, or its weights do not fit it.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/readKerasRecurrent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const readKerasRecurrent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  readKerasRecurrent as default
};
