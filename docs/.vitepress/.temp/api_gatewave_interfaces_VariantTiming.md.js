import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: VariantTiming","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/interfaces/VariantTiming.md","filePath":"api/gatewave/interfaces/VariantTiming.md"}');
const _sfc_main = { name: "api/gatewave/interfaces/VariantTiming.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-varianttiming" tabindex="-1">Interface: VariantTiming <a class="header-anchor" href="#interface-varianttiming" aria-label="Permalink to &quot;Interface: VariantTiming&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="failure" tabindex="-1">failure? <a class="header-anchor" href="#failure" aria-label="Permalink to &quot;failure?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>failure?</strong>: <code>string</code></p></blockquote><p>Why it cannot run.</p><hr><h3 id="milliseconds" tabindex="-1">milliseconds <a class="header-anchor" href="#milliseconds" aria-label="Permalink to &quot;milliseconds&quot;">​</a></h3><blockquote><p><strong>milliseconds</strong>: <code>number</code> | <code>null</code></p></blockquote><p>Time of one run: a median, except for a variant that was clearly too slow to be run often. Null: it cannot run.</p><hr><h3 id="name" tabindex="-1">name <a class="header-anchor" href="#name" aria-label="Permalink to &quot;name&quot;">​</a></h3><blockquote><p><strong>name</strong>: <code>string</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/interfaces/VariantTiming.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const VariantTiming = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  VariantTiming as default
};
