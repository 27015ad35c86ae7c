import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Part","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/interfaces/Part.md","filePath":"api/gatewave/data/interfaces/Part.md"}');
const _sfc_main = { name: "api/gatewave/data/interfaces/Part.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-part" tabindex="-1">Interface: Part <a class="header-anchor" href="#interface-part" aria-label="Permalink to &quot;Interface: Part&quot;">​</a></h1><p>A part of a data set, with the index that each of its series has in the whole, ascending.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="dataset" tabindex="-1">dataset <a class="header-anchor" href="#dataset" aria-label="Permalink to &quot;dataset&quot;">​</a></h3><blockquote><p><strong>dataset</strong>: <a href="./Dataset.html"><code>Dataset</code></a></p></blockquote><hr><h3 id="indices" tabindex="-1">indices <a class="header-anchor" href="#indices" aria-label="Permalink to &quot;indices&quot;">​</a></h3><blockquote><p><strong>indices</strong>: <code>Int32Array</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/interfaces/Part.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Part = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Part as default
};
