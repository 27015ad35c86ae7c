import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: PreparationOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/interfaces/PreparationOptions.md","filePath":"api/gatewave/data/interfaces/PreparationOptions.md"}');
const _sfc_main = { name: "api/gatewave/data/interfaces/PreparationOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-preparationoptions" tabindex="-1">Interface: PreparationOptions <a class="header-anchor" href="#interface-preparationoptions" aria-label="Permalink to &quot;Interface: PreparationOptions&quot;">​</a></h1><p>What is asked for; &#39;auto&#39; lets a rule decide by the series.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="decimate" tabindex="-1">decimate <a class="header-anchor" href="#decimate" aria-label="Permalink to &quot;decimate&quot;">​</a></h3><blockquote><p><strong>decimate</strong>: <code>&quot;auto&quot;</code> | <code>&quot;none&quot;</code> | <code>&quot;mean&quot;</code> | <code>&quot;peak&quot;</code></p></blockquote><p>How series longer than <code>longest</code> are shortened.</p><hr><h3 id="difference" tabindex="-1">difference <a class="header-anchor" href="#difference" aria-label="Permalink to &quot;difference&quot;">​</a></h3><blockquote><p><strong>difference</strong>: <code>&quot;auto&quot;</code> | <code>&quot;on&quot;</code> | <code>&quot;off&quot;</code></p></blockquote><p>Whether the first difference is added to the channels.</p><hr><h3 id="longest" tabindex="-1">longest <a class="header-anchor" href="#longest" aria-label="Permalink to &quot;longest&quot;">​</a></h3><blockquote><p><strong>longest</strong>: <code>number</code></p></blockquote><p>Most steps that a series keeps, unless <code>decimate</code> is &#39;none&#39;.</p><hr><h3 id="missing" tabindex="-1">missing <a class="header-anchor" href="#missing" aria-label="Permalink to &quot;missing&quot;">​</a></h3><blockquote><p><strong>missing</strong>: <code>&quot;linear&quot;</code> | <code>&quot;auto&quot;</code> | <code>&quot;last&quot;</code> | <code>&quot;zero+mask&quot;</code></p></blockquote><hr><h3 id="scaling" tabindex="-1">scaling <a class="header-anchor" href="#scaling" aria-label="Permalink to &quot;scaling&quot;">​</a></h3><blockquote><p><strong>scaling</strong>: <code>&quot;auto&quot;</code> | <code>&quot;none&quot;</code> | <code>&quot;max&quot;</code> | <code>&quot;zscore&quot;</code> | <code>&quot;standardise&quot;</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/interfaces/PreparationOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PreparationOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PreparationOptions as default
};
