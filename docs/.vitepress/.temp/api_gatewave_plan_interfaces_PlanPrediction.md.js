import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: PlanPrediction","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/PlanPrediction.md","filePath":"api/gatewave/plan/interfaces/PlanPrediction.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/PlanPrediction.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-planprediction" tabindex="-1">Interface: PlanPrediction <a class="header-anchor" href="#interface-planprediction" aria-label="Permalink to &quot;Interface: PlanPrediction&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="milliseconds" tabindex="-1">milliseconds <a class="header-anchor" href="#milliseconds" aria-label="Permalink to &quot;milliseconds&quot;">​</a></h3><blockquote><p><strong>milliseconds</strong>: <code>number</code></p></blockquote><hr><h3 id="passes" tabindex="-1">passes <a class="header-anchor" href="#passes" aria-label="Permalink to &quot;passes&quot;">​</a></h3><blockquote><p><strong>passes</strong>: <a href="./PassPrediction.html"><code>PassPrediction</code></a>[]</p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/PlanPrediction.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PlanPrediction = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PlanPrediction as default
};
