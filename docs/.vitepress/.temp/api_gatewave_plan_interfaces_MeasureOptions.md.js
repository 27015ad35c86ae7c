import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MeasureOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/MeasureOptions.md","filePath":"api/gatewave/plan/interfaces/MeasureOptions.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/MeasureOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-measureoptions" tabindex="-1">Interface: MeasureOptions <a class="header-anchor" href="#interface-measureoptions" aria-label="Permalink to &quot;Interface: MeasureOptions&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./WholeOptions.html"><code>WholeOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="least" tabindex="-1">least? <a class="header-anchor" href="#least" aria-label="Permalink to &quot;least?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>least?</strong>: <code>number</code></p></blockquote><p>Milliseconds of one repetition, at least: shorter work is done several times over in it. Default: <code>Clock.enough</code>.</p><hr><h3 id="repetitions" tabindex="-1">repetitions? <a class="header-anchor" href="#repetitions" aria-label="Permalink to &quot;repetitions?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>repetitions?</strong>: <code>number</code></p></blockquote><p>Measurements of each number, of which the median is taken. Default 5.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/MeasureOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MeasureOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MeasureOptions as default
};
