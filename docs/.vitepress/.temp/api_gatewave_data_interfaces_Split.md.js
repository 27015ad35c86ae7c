import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Split","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/interfaces/Split.md","filePath":"api/gatewave/data/interfaces/Split.md"}');
const _sfc_main = { name: "api/gatewave/data/interfaces/Split.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-split" tabindex="-1">Interface: Split <a class="header-anchor" href="#interface-split" aria-label="Permalink to &quot;Interface: Split&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="test" tabindex="-1">test <a class="header-anchor" href="#test" aria-label="Permalink to &quot;test&quot;">​</a></h3><blockquote><p><strong>test</strong>: <a href="./Part.html"><code>Part</code></a></p></blockquote><hr><h3 id="train" tabindex="-1">train <a class="header-anchor" href="#train" aria-label="Permalink to &quot;train&quot;">​</a></h3><blockquote><p><strong>train</strong>: <a href="./Part.html"><code>Part</code></a></p></blockquote><hr><h3 id="validation" tabindex="-1">validation <a class="header-anchor" href="#validation" aria-label="Permalink to &quot;validation&quot;">​</a></h3><blockquote><p><strong>validation</strong>: <a href="./Part.html"><code>Part</code></a></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/interfaces/Split.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Split = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Split as default
};
