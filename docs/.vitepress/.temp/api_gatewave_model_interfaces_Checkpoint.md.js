import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Checkpoint","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/Checkpoint.md","filePath":"api/gatewave/model/interfaces/Checkpoint.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/Checkpoint.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-checkpoint" tabindex="-1">Interface: Checkpoint <a class="header-anchor" href="#interface-checkpoint" aria-label="Permalink to &quot;Interface: Checkpoint&quot;">​</a></h1><p>A run as a plain value that structured clone can carry, to be resumed elsewhere or later.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="config" tabindex="-1">config <a class="header-anchor" href="#config" aria-label="Permalink to &quot;config&quot;">​</a></h3><blockquote><p><strong>config</strong>: <a href="./../../data/interfaces/RunConfig.html"><code>RunConfig</code></a></p></blockquote><hr><h3 id="data" tabindex="-1">data? <a class="header-anchor" href="#data" aria-label="Permalink to &quot;data?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>data?</strong>: <a href="./DatasetFingerprint.html"><code>DatasetFingerprint</code></a></p></blockquote><p>Identifies the run&#39;s data; if absent, only sizes can be compared.</p><hr><h3 id="state" tabindex="-1">state <a class="header-anchor" href="#state" aria-label="Permalink to &quot;state&quot;">​</a></h3><blockquote><p><strong>state</strong>: <a href="./TrainerState.html"><code>TrainerState</code></a></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/Checkpoint.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Checkpoint = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Checkpoint as default
};
