import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LayersFiles","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/LayersFiles.md","filePath":"api/gatewave/model/interfaces/LayersFiles.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/LayersFiles.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-layersfiles" tabindex="-1">Interface: LayersFiles <a class="header-anchor" href="#interface-layersfiles" aria-label="Permalink to &quot;Interface: LayersFiles&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="modeljson" tabindex="-1">modelJson <a class="header-anchor" href="#modeljson" aria-label="Permalink to &quot;modelJson&quot;">​</a></h3><blockquote><p><strong>modelJson</strong>: <code>string</code></p></blockquote><hr><h3 id="weightsbin" tabindex="-1">weightsBin <a class="header-anchor" href="#weightsbin" aria-label="Permalink to &quot;weightsBin&quot;">​</a></h3><blockquote><p><strong>weightsBin</strong>: <code>Uint8Array</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/LayersFiles.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LayersFiles = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LayersFiles as default
};
