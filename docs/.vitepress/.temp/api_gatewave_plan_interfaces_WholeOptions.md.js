import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WholeOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/WholeOptions.md","filePath":"api/gatewave/plan/interfaces/WholeOptions.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/WholeOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-wholeoptions" tabindex="-1">Interface: WholeOptions <a class="header-anchor" href="#interface-wholeoptions" aria-label="Permalink to &quot;Interface: WholeOptions&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./MeasureOptions.html"><code>MeasureOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="budget" tabindex="-1">budget? <a class="header-anchor" href="#budget" aria-label="Permalink to &quot;budget?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>budget?</strong>: <code>number</code></p></blockquote><p>Milliseconds of all measurements together after which three are enough. Default: none.</p><hr><h3 id="giveupabove" tabindex="-1">giveUpAbove? <a class="header-anchor" href="#giveupabove" aria-label="Permalink to &quot;giveUpAbove?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>giveUpAbove?</strong>: <code>number</code></p></blockquote><p>Milliseconds of a run above which the first measurement is enough. Default: none.</p><hr><h3 id="least" tabindex="-1">least? <a class="header-anchor" href="#least" aria-label="Permalink to &quot;least?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>least?</strong>: <code>number</code></p></blockquote><p>Milliseconds of one repetition, at least: shorter work is done several times over in it. Default: <code>Clock.enough</code>.</p><h4 id="inherited-from" tabindex="-1">Inherited from <a class="header-anchor" href="#inherited-from" aria-label="Permalink to &quot;Inherited from&quot;">​</a></h4><p><a href="./MeasureOptions.html"><code>MeasureOptions</code></a>.<a href="./MeasureOptions.html#least"><code>least</code></a></p><hr><h3 id="repetitions" tabindex="-1">repetitions? <a class="header-anchor" href="#repetitions" aria-label="Permalink to &quot;repetitions?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>repetitions?</strong>: <code>number</code></p></blockquote><p>Measurements of each number, of which the median is taken. Default 5.</p><h4 id="inherited-from-1" tabindex="-1">Inherited from <a class="header-anchor" href="#inherited-from-1" aria-label="Permalink to &quot;Inherited from&quot;">​</a></h4><p><a href="./MeasureOptions.html"><code>MeasureOptions</code></a>.<a href="./MeasureOptions.html#repetitions"><code>repetitions</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/WholeOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WholeOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WholeOptions as default
};
