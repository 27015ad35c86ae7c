import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Partials","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/Partials.md","filePath":"api/gatewave/plan/interfaces/Partials.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/Partials.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-partials" tabindex="-1">Interface: Partials <a class="header-anchor" href="#interface-partials" aria-label="Permalink to &quot;Interface: Partials&quot;">​</a></h1><p>Sizes in elements; see <code>reduce_partials.wgsl</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="blocks" tabindex="-1">blocks <a class="header-anchor" href="#blocks" aria-label="Permalink to &quot;blocks&quot;">​</a></h3><blockquote><p><strong>blocks</strong>: <code>number</code></p></blockquote><hr><h3 id="columns" tabindex="-1">columns <a class="header-anchor" href="#columns" aria-label="Permalink to &quot;columns&quot;">​</a></h3><blockquote><p><strong>columns</strong>: <code>number</code></p></blockquote><hr><h3 id="parts" tabindex="-1">parts <a class="header-anchor" href="#parts" aria-label="Permalink to &quot;parts&quot;">​</a></h3><blockquote><p><strong>parts</strong>: <code>number</code></p></blockquote><hr><h3 id="partsize" tabindex="-1">partSize <a class="header-anchor" href="#partsize" aria-label="Permalink to &quot;partSize&quot;">​</a></h3><blockquote><p><strong>partSize</strong>: <code>number</code></p></blockquote><hr><h3 id="rowlength" tabindex="-1">rowLength <a class="header-anchor" href="#rowlength" aria-label="Permalink to &quot;rowLength&quot;">​</a></h3><blockquote><p><strong>rowLength</strong>: <code>number</code></p></blockquote><hr><h3 id="rows" tabindex="-1">rows <a class="header-anchor" href="#rows" aria-label="Permalink to &quot;rows&quot;">​</a></h3><blockquote><p><strong>rows</strong>: <code>number</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/Partials.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Partials = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Partials as default
};
