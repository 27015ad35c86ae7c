import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: FuseReportEntry","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/interfaces/FuseReportEntry.md","filePath":"api/gatewave/interfaces/FuseReportEntry.md"}');
const _sfc_main = { name: "api/gatewave/interfaces/FuseReportEntry.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-fusereportentry" tabindex="-1">Interface: FuseReportEntry <a class="header-anchor" href="#interface-fusereportentry" aria-label="Permalink to &quot;Interface: FuseReportEntry&quot;">​</a></h1><p>What happened to a recurrent layer.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="classname" tabindex="-1">className <a class="header-anchor" href="#classname" aria-label="Permalink to &quot;className&quot;">​</a></h3><blockquote><p><strong>className</strong>: <code>string</code></p></blockquote><hr><h3 id="fused" tabindex="-1">fused <a class="header-anchor" href="#fused" aria-label="Permalink to &quot;fused&quot;">​</a></h3><blockquote><p><strong>fused</strong>: <code>boolean</code></p></blockquote><hr><h3 id="layer" tabindex="-1">layer <a class="header-anchor" href="#layer" aria-label="Permalink to &quot;layer&quot;">​</a></h3><blockquote><p><strong>layer</strong>: <code>string</code></p></blockquote><p>Its name; &#39;inner/name&#39; for a layer of a model within the model.</p><hr><h3 id="reason" tabindex="-1">reason? <a class="header-anchor" href="#reason" aria-label="Permalink to &quot;reason?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>reason?</strong>: <code>string</code></p></blockquote><p>Why tf.js still computes it; absent if it is fused.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/interfaces/FuseReportEntry.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FuseReportEntry = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FuseReportEntry as default
};
