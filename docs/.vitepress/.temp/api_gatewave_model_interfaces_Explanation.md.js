import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Explanation","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/Explanation.md","filePath":"api/gatewave/model/interfaces/Explanation.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/Explanation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-explanation" tabindex="-1">Interface: Explanation <a class="header-anchor" href="#interface-explanation" aria-label="Permalink to &quot;Interface: Explanation&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="attention" tabindex="-1">attention <a class="header-anchor" href="#attention" aria-label="Permalink to &quot;attention&quot;">​</a></h3><blockquote><p><strong>attention</strong>: <code>Tensor2D</code></p></blockquote><p>[batch, time]</p><hr><h3 id="context" tabindex="-1">context <a class="header-anchor" href="#context" aria-label="Permalink to &quot;context&quot;">​</a></h3><blockquote><p><strong>context</strong>: <code>Tensor2D</code></p></blockquote><p>[batch, features]</p><hr><h3 id="hidden" tabindex="-1">hidden <a class="header-anchor" href="#hidden" aria-label="Permalink to &quot;hidden&quot;">​</a></h3><blockquote><p><strong>hidden</strong>: <code>Tensor3D</code></p></blockquote><p><code>[batch, time, features]</code>: the BiLSTM&#39;s outputs.</p><hr><h3 id="logits" tabindex="-1">logits <a class="header-anchor" href="#logits" aria-label="Permalink to &quot;logits&quot;">​</a></h3><blockquote><p><strong>logits</strong>: <code>Tensor2D</code></p></blockquote><hr><h3 id="probability" tabindex="-1">probability <a class="header-anchor" href="#probability" aria-label="Permalink to &quot;probability&quot;">​</a></h3><blockquote><p><strong>probability</strong>: <code>Tensor2D</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/Explanation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Explanation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Explanation as default
};
