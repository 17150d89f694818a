import { useState } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { useMay } from '../api/session';
import { useText } from '../i18n/text';
import { NotFound } from '../parts/Empty';
import { SECTIONS } from '../sections';
import { device } from './device';
import styles from './Frame.module.css';
import { Guarded } from './Guarded';
import { Header } from './Header';
import { IdleWarning } from './IdleWarning';
import { KeySheet } from './KeySheet';
import { Navigation } from './Navigation';

/** What stands around every section. */
export function Frame() {
  const may = useMay();
  const t = useText();
  const [narrow, setNarrow] = useState(device.get('navigation') === 'narrow');
  const { pathname } = useLocation();
  const open = SECTIONS.filter((section) => may(section.right));
  const home = open.find((section) => section.place !== 'none');

  const toggle = () => {
    device.set('navigation', narrow ? 'wide' : 'narrow');
    setNarrow(!narrow);
  };

  return (
    <div className={styles.frame} data-narrow={narrow}>
      <a className={styles.skip} href="#main">
        {t('frame.skip')}
      </a>
      <Header sections={open} />
      <Navigation sections={open} narrow={narrow} toggle={toggle} />
      <main id="main" className={styles.main} tabIndex={-1}>
        <Routes>
          {open.map((section) => (
            <Route
              key={section.path}
              path={`/${section.path}`}
              element={<Guarded key={pathname} title={section.title} Page={section.Page} />}
            />
          ))}
          <Route path="/" element={home ? <Navigate to={`/${home.path}`} replace /> : <NotFound />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </main>
      <KeySheet />
      <IdleWarning />
    </div>
  );
}
