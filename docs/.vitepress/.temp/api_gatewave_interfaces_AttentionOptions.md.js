import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: AttentionOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/interfaces/AttentionOptions.md","filePath":"api/gatewave/interfaces/AttentionOptions.md"}');
const _sfc_main = { name: "api/gatewave/interfaces/AttentionOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-attentionoptions" tabindex="-1">Interface: AttentionOptions <a class="header-anchor" href="#interface-attentionoptions" aria-label="Permalink to &quot;Interface: AttentionOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="lengths" tabindex="-1">lengths? <a class="header-anchor" href="#lengths" aria-label="Permalink to &quot;lengths?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>lengths?</strong>: <code>Tensor</code>&lt;<code>Rank</code>&gt;</p></blockquote><p>[batch] int32, 1 ≤ length ≤ time. Steps at and after a row&#39;s length get weight and gradient 0.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/interfaces/AttentionOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AttentionOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AttentionOptions as default
};
