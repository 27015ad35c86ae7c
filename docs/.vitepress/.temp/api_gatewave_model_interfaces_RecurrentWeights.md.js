import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RecurrentWeights","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/RecurrentWeights.md","filePath":"api/gatewave/model/interfaces/RecurrentWeights.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/RecurrentWeights.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-recurrentweights" tabindex="-1">Interface: RecurrentWeights <a class="header-anchor" href="#interface-recurrentweights" aria-label="Permalink to &quot;Interface: RecurrentWeights&quot;">​</a></h1><p>One layer: its forward direction and, where it has one, its backward direction.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./KerasRecurrent.html"><code>KerasRecurrent</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="cell" tabindex="-1">cell <a class="header-anchor" href="#cell" aria-label="Permalink to &quot;cell&quot;">​</a></h3><blockquote><p><strong>cell</strong>: <a href="./../type-aliases/CellName.html"><code>CellName</code></a></p></blockquote><hr><h3 id="directions" tabindex="-1">directions <a class="header-anchor" href="#directions" aria-label="Permalink to &quot;directions&quot;">​</a></h3><blockquote><p><strong>directions</strong>: [<a href="./CellWeights.html"><code>CellWeights</code></a>] | [<a href="./CellWeights.html"><code>CellWeights</code></a>, <a href="./CellWeights.html"><code>CellWeights</code></a>]</p></blockquote><hr><h3 id="resetafter" tabindex="-1">resetAfter <a class="header-anchor" href="#resetafter" aria-label="Permalink to &quot;resetAfter&quot;">​</a></h3><blockquote><p><strong>resetAfter</strong>: <code>boolean</code></p></blockquote><p>GRU: whether the reset gate acts after the product with the recurrent kernel. false for LSTM.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/RecurrentWeights.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RecurrentWeights = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RecurrentWeights as default
};
