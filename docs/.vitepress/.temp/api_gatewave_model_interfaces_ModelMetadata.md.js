import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ModelMetadata","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/ModelMetadata.md","filePath":"api/gatewave/model/interfaces/ModelMetadata.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/ModelMetadata.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-modelmetadata" tabindex="-1">Interface: ModelMetadata <a class="header-anchor" href="#interface-modelmetadata" aria-label="Permalink to &quot;Interface: ModelMetadata&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="classnames" tabindex="-1">classNames <a class="header-anchor" href="#classnames" aria-label="Permalink to &quot;classNames&quot;">​</a></h3><blockquote><p><strong>classNames</strong>: <code>string</code>[]</p></blockquote><hr><h3 id="preparation" tabindex="-1">preparation <a class="header-anchor" href="#preparation" aria-label="Permalink to &quot;preparation&quot;">​</a></h3><blockquote><p><strong>preparation</strong>: <a href="./../../data/interfaces/Preparation.html"><code>Preparation</code></a></p></blockquote><p>What must be done to series before the model sees them.</p><hr><h3 id="time" tabindex="-1">time <a class="header-anchor" href="#time" aria-label="Permalink to &quot;time&quot;">​</a></h3><blockquote><p><strong>time</strong>: <code>number</code> | <code>null</code></p></blockquote><p>Time steps of the longest series it was trained on; null where that is not known.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/ModelMetadata.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ModelMetadata = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ModelMetadata as default
};
