import { setLanguage, useLanguage } from '../words/language.ts';

export function LanguageSwitch() {
  const language = useLanguage();
  return (
    <button
      type="button"
      className="language-switch"
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      {language === 'zh' ? 'English' : '中文'}
    </button>
  );
}
