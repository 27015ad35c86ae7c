import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: DatasetSummary","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/interfaces/DatasetSummary.md","filePath":"api/gatewave/data/interfaces/DatasetSummary.md"}');
const _sfc_main = { name: "api/gatewave/data/interfaces/DatasetSummary.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-datasetsummary" tabindex="-1">Interface: DatasetSummary <a class="header-anchor" href="#interface-datasetsummary" aria-label="Permalink to &quot;Interface: DatasetSummary&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="channels" tabindex="-1">channels <a class="header-anchor" href="#channels" aria-label="Permalink to &quot;channels&quot;">​</a></h3><blockquote><p><strong>channels</strong>: <code>number</code></p></blockquote><hr><h3 id="classcounts" tabindex="-1">classCounts <a class="header-anchor" href="#classcounts" aria-label="Permalink to &quot;classCounts&quot;">​</a></h3><blockquote><p><strong>classCounts</strong>: <code>number</code>[]</p></blockquote><p>Series of each class.</p><hr><h3 id="classnames" tabindex="-1">classNames <a class="header-anchor" href="#classnames" aria-label="Permalink to &quot;classNames&quot;">​</a></h3><blockquote><p><strong>classNames</strong>: <code>string</code>[]</p></blockquote><hr><h3 id="count" tabindex="-1">count <a class="header-anchor" href="#count" aria-label="Permalink to &quot;count&quot;">​</a></h3><blockquote><p><strong>count</strong>: <code>number</code></p></blockquote><hr><h3 id="time" tabindex="-1">time <a class="header-anchor" href="#time" aria-label="Permalink to &quot;time&quot;">​</a></h3><blockquote><p><strong>time</strong>: <code>number</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/interfaces/DatasetSummary.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DatasetSummary = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DatasetSummary as default
};
