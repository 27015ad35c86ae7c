import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: PassPrediction","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/PassPrediction.md","filePath":"api/gatewave/plan/interfaces/PassPrediction.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/PassPrediction.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-passprediction" tabindex="-1">Interface: PassPrediction <a class="header-anchor" href="#interface-passprediction" aria-label="Permalink to &quot;Interface: PassPrediction&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="bound" tabindex="-1">bound <a class="header-anchor" href="#bound" aria-label="Permalink to &quot;bound&quot;">​</a></h3><blockquote><p><strong>bound</strong>: <a href="./../type-aliases/Bound.html"><code>Bound</code></a></p></blockquote><hr><h3 id="label" tabindex="-1">label <a class="header-anchor" href="#label" aria-label="Permalink to &quot;label&quot;">​</a></h3><blockquote><p><strong>label</strong>: <code>string</code></p></blockquote><hr><h3 id="milliseconds" tabindex="-1">milliseconds <a class="header-anchor" href="#milliseconds" aria-label="Permalink to &quot;milliseconds&quot;">​</a></h3><blockquote><p><strong>milliseconds</strong>: <code>number</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/PassPrediction.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PassPrediction = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PassPrediction as default
};
