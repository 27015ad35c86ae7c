import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: DataShape","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/DataShape.md","filePath":"api/gatewave/model/interfaces/DataShape.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/DataShape.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-datashape" tabindex="-1">Interface: DataShape <a class="header-anchor" href="#interface-datashape" aria-label="Permalink to &quot;Interface: DataShape&quot;">​</a></h1><p>What a run&#39;s memory and dispatches depend on, besides its configuration.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./DatasetFingerprint.html"><code>DatasetFingerprint</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="channels" tabindex="-1">channels <a class="header-anchor" href="#channels" aria-label="Permalink to &quot;channels&quot;">​</a></h3><blockquote><p><strong>channels</strong>: <code>number</code></p></blockquote><hr><h3 id="classes" tabindex="-1">classes <a class="header-anchor" href="#classes" aria-label="Permalink to &quot;classes&quot;">​</a></h3><blockquote><p><strong>classes</strong>: <code>number</code></p></blockquote><hr><h3 id="count" tabindex="-1">count <a class="header-anchor" href="#count" aria-label="Permalink to &quot;count&quot;">​</a></h3><blockquote><p><strong>count</strong>: <code>number</code></p></blockquote><p>Series in all.</p><hr><h3 id="time" tabindex="-1">time <a class="header-anchor" href="#time" aria-label="Permalink to &quot;time&quot;">​</a></h3><blockquote><p><strong>time</strong>: <code>number</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/DataShape.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DataShape = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DataShape as default
};
