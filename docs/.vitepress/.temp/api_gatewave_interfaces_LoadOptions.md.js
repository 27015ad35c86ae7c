import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LoadOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/interfaces/LoadOptions.md","filePath":"api/gatewave/interfaces/LoadOptions.md"}');
const _sfc_main = { name: "api/gatewave/interfaces/LoadOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-loadoptions" tabindex="-1">Interface: LoadOptions <a class="header-anchor" href="#interface-loadoptions" aria-label="Permalink to &quot;Interface: LoadOptions&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>LoadOptions</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="fused" tabindex="-1">fused? <a class="header-anchor" href="#fused" aria-label="Permalink to &quot;fused?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>fused?</strong>: <code>boolean</code></p></blockquote><p>Whether to fuse the model; see <code>fuse</code>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/interfaces/LoadOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LoadOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LoadOptions as default
};
