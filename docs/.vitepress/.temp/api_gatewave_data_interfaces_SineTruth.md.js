import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SineTruth","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/interfaces/SineTruth.md","filePath":"api/gatewave/data/interfaces/SineTruth.md"}');
const _sfc_main = { name: "api/gatewave/data/interfaces/SineTruth.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-sinetruth" tabindex="-1">Interface: SineTruth <a class="header-anchor" href="#interface-sinetruth" aria-label="Permalink to &quot;Interface: SineTruth&quot;">​</a></h1><p>What a series was made from. <code>loc</code> and <code>length</code> are in steps, and are kept for normal series too.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="amp" tabindex="-1">amp <a class="header-anchor" href="#amp" aria-label="Permalink to &quot;amp&quot;">​</a></h3><blockquote><p><strong>amp</strong>: <code>number</code></p></blockquote><hr><h3 id="freq" tabindex="-1">freq <a class="header-anchor" href="#freq" aria-label="Permalink to &quot;freq&quot;">​</a></h3><blockquote><p><strong>freq</strong>: <code>number</code></p></blockquote><hr><h3 id="label" tabindex="-1">label <a class="header-anchor" href="#label" aria-label="Permalink to &quot;label&quot;">​</a></h3><blockquote><p><strong>label</strong>: <code>0</code> | <code>1</code></p></blockquote><p>1: the flat was applied, 0: it was not.</p><hr><h3 id="length" tabindex="-1">length <a class="header-anchor" href="#length" aria-label="Permalink to &quot;length&quot;">​</a></h3><blockquote><p><strong>length</strong>: <code>number</code></p></blockquote><p>Steps the flat was to last; the end of the series may cut it.</p><hr><h3 id="loc" tabindex="-1">loc <a class="header-anchor" href="#loc" aria-label="Permalink to &quot;loc&quot;">​</a></h3><blockquote><p><strong>loc</strong>: <code>number</code></p></blockquote><p>First step of the flat.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/interfaces/SineTruth.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SineTruth = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SineTruth as default
};
