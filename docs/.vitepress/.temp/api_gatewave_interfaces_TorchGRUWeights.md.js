import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TorchGRUWeights","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/interfaces/TorchGRUWeights.md","filePath":"api/gatewave/interfaces/TorchGRUWeights.md"}');
const _sfc_main = { name: "api/gatewave/interfaces/TorchGRUWeights.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-torchgruweights" tabindex="-1">Interface: TorchGRUWeights <a class="header-anchor" href="#interface-torchgruweights" aria-label="Permalink to &quot;Interface: TorchGRUWeights&quot;">​</a></h1><p>Weights of one direction of a torch.nn.GRU, by its names; gates r, z, n along the first axis.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="biashh" tabindex="-1">biasHh? <a class="header-anchor" href="#biashh" aria-label="Permalink to &quot;biasHh?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>biasHh?</strong>: <code>Tensor</code>&lt;<code>Rank</code>&gt;</p></blockquote><hr><h3 id="biasih" tabindex="-1">biasIh? <a class="header-anchor" href="#biasih" aria-label="Permalink to &quot;biasIh?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>biasIh?</strong>: <code>Tensor</code>&lt;<code>Rank</code>&gt;</p></blockquote><p>bias_ih and bias_hh, [3·units]; both or none.</p><hr><h3 id="weighthh" tabindex="-1">weightHh <a class="header-anchor" href="#weighthh" aria-label="Permalink to &quot;weightHh&quot;">​</a></h3><blockquote><p><strong>weightHh</strong>: <code>Tensor</code></p></blockquote><p>weight_hh, [3·units, units]</p><hr><h3 id="weightih" tabindex="-1">weightIh <a class="header-anchor" href="#weightih" aria-label="Permalink to &quot;weightIh&quot;">​</a></h3><blockquote><p><strong>weightIh</strong>: <code>Tensor</code></p></blockquote><p>weight_ih, [3·units, inputDim]</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/interfaces/TorchGRUWeights.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TorchGRUWeights = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TorchGRUWeights as default
};
