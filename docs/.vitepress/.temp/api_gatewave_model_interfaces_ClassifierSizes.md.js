import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ClassifierSizes","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/ClassifierSizes.md","filePath":"api/gatewave/model/interfaces/ClassifierSizes.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/ClassifierSizes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-classifiersizes" tabindex="-1">Interface: ClassifierSizes <a class="header-anchor" href="#interface-classifiersizes" aria-label="Permalink to &quot;Interface: ClassifierSizes&quot;">​</a></h1><p>The sizes of a classifier. The number of time steps is not among them: a classifier takes series of any length.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="attentionunits" tabindex="-1">attentionUnits <a class="header-anchor" href="#attentionunits" aria-label="Permalink to &quot;attentionUnits&quot;">​</a></h3><blockquote><p><strong>attentionUnits</strong>: <code>number</code></p></blockquote><p>Hidden units of the additive score; 0 for &#39;dot&#39;.</p><hr><h3 id="channels" tabindex="-1">channels <a class="header-anchor" href="#channels" aria-label="Permalink to &quot;channels&quot;">​</a></h3><blockquote><p><strong>channels</strong>: <code>number</code></p></blockquote><p>Values per time step.</p><hr><h3 id="classes" tabindex="-1">classes <a class="header-anchor" href="#classes" aria-label="Permalink to &quot;classes&quot;">​</a></h3><blockquote><p><strong>classes</strong>: <code>number</code></p></blockquote><hr><h3 id="score" tabindex="-1">score <a class="header-anchor" href="#score" aria-label="Permalink to &quot;score&quot;">​</a></h3><blockquote><p><strong>score</strong>: <code>&quot;additive&quot;</code> | <code>&quot;dot&quot;</code></p></blockquote><hr><h3 id="units" tabindex="-1">units <a class="header-anchor" href="#units" aria-label="Permalink to &quot;units&quot;">​</a></h3><blockquote><p><strong>units</strong>: <code>number</code></p></blockquote><p>LSTM units of each direction.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/ClassifierSizes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ClassifierSizes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ClassifierSizes as default
};
