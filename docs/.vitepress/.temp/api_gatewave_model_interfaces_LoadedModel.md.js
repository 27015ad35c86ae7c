import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LoadedModel","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/LoadedModel.md","filePath":"api/gatewave/model/interfaces/LoadedModel.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/LoadedModel.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-loadedmodel" tabindex="-1">Interface: LoadedModel <a class="header-anchor" href="#interface-loadedmodel" aria-label="Permalink to &quot;Interface: LoadedModel&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="classifier" tabindex="-1">classifier <a class="header-anchor" href="#classifier" aria-label="Permalink to &quot;classifier&quot;">​</a></h3><blockquote><p><strong>classifier</strong>: <a href="./../classes/Classifier.html"><code>Classifier</code></a></p></blockquote><hr><h3 id="metadata" tabindex="-1">metadata <a class="header-anchor" href="#metadata" aria-label="Permalink to &quot;metadata&quot;">​</a></h3><blockquote><p><strong>metadata</strong>: <a href="./ModelMetadata.html"><code>ModelMetadata</code></a></p></blockquote><hr><h3 id="notes" tabindex="-1">notes? <a class="header-anchor" href="#notes" aria-label="Permalink to &quot;notes?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>notes?</strong>: <code>string</code>[]</p></blockquote><p>What the file does not say and was assumed, in sentences.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/LoadedModel.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LoadedModel = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LoadedModel as default
};
