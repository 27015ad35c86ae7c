import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Ceilings","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/Ceilings.md","filePath":"api/gatewave/plan/interfaces/Ceilings.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/Ceilings.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-ceilings" tabindex="-1">Interface: Ceilings <a class="header-anchor" href="#interface-ceilings" aria-label="Permalink to &quot;Interface: Ceilings&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="bytespersecond" tabindex="-1">bytesPerSecond <a class="header-anchor" href="#bytespersecond" aria-label="Permalink to &quot;bytesPerSecond&quot;">​</a></h3><blockquote><p><strong>bytesPerSecond</strong>: <code>number</code></p></blockquote><p>Rate of a copy between two buffers, bytes read and bytes written together.</p><hr><h3 id="flopspersecond" tabindex="-1">flopsPerSecond <a class="header-anchor" href="#flopspersecond" aria-label="Permalink to &quot;flopsPerSecond&quot;">​</a></h3><blockquote><p><strong>flopsPerSecond</strong>: <code>number</code></p></blockquote><p>Rate of independent float32 multiply-adds; each counts as two operations.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/Ceilings.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Ceilings = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Ceilings as default
};
