import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TrainerRunOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/TrainerRunOptions.md","filePath":"api/gatewave/model/interfaces/TrainerRunOptions.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/TrainerRunOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-trainerrunoptions" tabindex="-1">Interface: TrainerRunOptions <a class="header-anchor" href="#interface-trainerrunoptions" aria-label="Permalink to &quot;Interface: TrainerRunOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="steps" tabindex="-1">steps? <a class="header-anchor" href="#steps" aria-label="Permalink to &quot;steps?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>steps?</strong>: <code>number</code></p></blockquote><p>Steps after which the run ends with reason &#39;stopped&#39;.</p><hr><h3 id="watched" tabindex="-1">watched? <a class="header-anchor" href="#watched" aria-label="Permalink to &quot;watched?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>watched?</strong>: <a href="./../../data/interfaces/Dataset.html"><code>Dataset</code></a></p></blockquote><p>Prepared series to take snapshots of.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/TrainerRunOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TrainerRunOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TrainerRunOptions as default
};
