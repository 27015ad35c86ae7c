import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: hyperParameters","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/variables/hyperParameters.md","filePath":"api/gatewave/data/variables/hyperParameters.md"}');
const _sfc_main = { name: "api/gatewave/data/variables/hyperParameters.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-hyperparameters" tabindex="-1">Variable: hyperParameters <a class="header-anchor" href="#variable-hyperparameters" aria-label="Permalink to &quot;Variable: hyperParameters&quot;">​</a></h1><blockquote><p><code>const</code> <strong>hyperParameters</strong>: <code>{ readonly [Key in HyperParameter]: ParameterOf&lt;HyperParameters[Key]&gt; }</code></p></blockquote><p>In the order in which the command&#39;s help, the docs and the page have them.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/variables/hyperParameters.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const hyperParameters = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  hyperParameters as default
};
