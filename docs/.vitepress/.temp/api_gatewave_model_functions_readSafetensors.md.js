import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: readSafetensors()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/readSafetensors.md","filePath":"api/gatewave/model/functions/readSafetensors.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/readSafetensors.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-readsafetensors" tabindex="-1">Function: readSafetensors() <a class="header-anchor" href="#function-readsafetensors" aria-label="Permalink to &quot;Function: readSafetensors()&quot;">​</a></h1><blockquote><p><strong>readSafetensors</strong>(<code>file</code>): <a href="./../type-aliases/NamedTensors.html"><code>NamedTensors</code></a></p></blockquote><p>Reads all tensors of a safetensors file as float32, in the order of its header.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="file" tabindex="-1">file <a class="header-anchor" href="#file" aria-label="Permalink to &quot;file&quot;">​</a></h3><p><code>ArrayBuffer</code> | <code>Uint8Array</code>&lt;<code>ArrayBufferLike</code>&gt;</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../type-aliases/NamedTensors.html"><code>NamedTensors</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>WeightsError when the file is cut off, damaged or of a type that cannot be read.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/readSafetensors.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const readSafetensors = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  readSafetensors as default
};
