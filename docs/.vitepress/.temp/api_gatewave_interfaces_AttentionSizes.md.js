import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: AttentionSizes","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/interfaces/AttentionSizes.md","filePath":"api/gatewave/interfaces/AttentionSizes.md"}');
const _sfc_main = { name: "api/gatewave/interfaces/AttentionSizes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-attentionsizes" tabindex="-1">Interface: AttentionSizes <a class="header-anchor" href="#interface-attentionsizes" aria-label="Permalink to &quot;Interface: AttentionSizes&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="batch" tabindex="-1">batch <a class="header-anchor" href="#batch" aria-label="Permalink to &quot;batch&quot;">​</a></h3><blockquote><p><strong>batch</strong>: <code>number</code></p></blockquote><hr><h3 id="features" tabindex="-1">features <a class="header-anchor" href="#features" aria-label="Permalink to &quot;features&quot;">​</a></h3><blockquote><p><strong>features</strong>: <code>number</code></p></blockquote><hr><h3 id="time" tabindex="-1">time <a class="header-anchor" href="#time" aria-label="Permalink to &quot;time&quot;">​</a></h3><blockquote><p><strong>time</strong>: <code>number</code></p></blockquote><hr><h3 id="units" tabindex="-1">units? <a class="header-anchor" href="#units" aria-label="Permalink to &quot;units?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>units?</strong>: <code>number</code></p></blockquote><p>Attention units of the additive score; absent: the dot score.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/interfaces/AttentionSizes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AttentionSizes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AttentionSizes as default
};
