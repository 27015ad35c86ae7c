import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: gatherBatch()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/gatherBatch.md","filePath":"api/gatewave/data/functions/gatherBatch.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/gatherBatch.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-gatherbatch" tabindex="-1">Function: gatherBatch() <a class="header-anchor" href="#function-gatherbatch" aria-label="Permalink to &quot;Function: gatherBatch()&quot;">​</a></h1><blockquote><p><strong>gatherBatch</strong>(<code>dataset</code>, <code>indices</code>, <code>out?</code>): <code>Float32Array</code></p></blockquote><p>The series with the given indices, [indices.length, time, channels].</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="dataset" tabindex="-1">dataset <a class="header-anchor" href="#dataset" aria-label="Permalink to &quot;dataset&quot;">​</a></h3><p><a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p><h3 id="indices" tabindex="-1">indices <a class="header-anchor" href="#indices" aria-label="Permalink to &quot;indices&quot;">​</a></h3><p><code>Int32Array</code></p><h3 id="out" tabindex="-1">out? <a class="header-anchor" href="#out" aria-label="Permalink to &quot;out?&quot;">​</a></h3><p><code>Float32Array</code>&lt;<code>ArrayBufferLike</code>&gt;</p><p>where to write them, to save an allocation; a longer array is filled from its start.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Float32Array</code></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>RangeError when <code>out</code> is too small.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/gatherBatch.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const gatherBatch = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  gatherBatch as default
};
