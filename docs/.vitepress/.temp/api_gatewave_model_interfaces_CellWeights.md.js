import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CellWeights","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/CellWeights.md","filePath":"api/gatewave/model/interfaces/CellWeights.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/CellWeights.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-cellweights" tabindex="-1">Interface: CellWeights <a class="header-anchor" href="#interface-cellweights" aria-label="Permalink to &quot;Interface: CellWeights&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="bias" tabindex="-1">bias <a class="header-anchor" href="#bias" aria-label="Permalink to &quot;bias&quot;">​</a></h3><blockquote><p><strong>bias</strong>: <a href="./WeightTensor.html"><code>WeightTensor</code></a></p></blockquote><hr><h3 id="kernel" tabindex="-1">kernel <a class="header-anchor" href="#kernel" aria-label="Permalink to &quot;kernel&quot;">​</a></h3><blockquote><p><strong>kernel</strong>: <a href="./WeightTensor.html"><code>WeightTensor</code></a></p></blockquote><hr><h3 id="recurrentkernel" tabindex="-1">recurrentKernel <a class="header-anchor" href="#recurrentkernel" aria-label="Permalink to &quot;recurrentKernel&quot;">​</a></h3><blockquote><p><strong>recurrentKernel</strong>: <a href="./WeightTensor.html"><code>WeightTensor</code></a></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/CellWeights.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CellWeights = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CellWeights as default
};
