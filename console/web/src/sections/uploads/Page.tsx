import { CheckCircleFilled, ClockCircleOutlined, CloudUploadOutlined, LoadingOutlined, WarningFilled } from '@ant-design/icons';
import { Button, Progress, Upload } from 'antd';
import { Link } from 'react-router';
import { useSession } from '../../api/session';
import shared from '../../figures/figures.module.css';
import { useReading } from '../../figures/reading';
import { useFormats } from '../../i18n/formats';
import { useProblemWords } from '../../parts/Failure';
import { count, type Sent } from './sending';
import { clear, send, useSent } from './store';
import styles from './uploads.module.css';

/** Hands over recordings and chats, and shows what becomes of them. */
export default function Page() {
  const { t } = useReading();
  const { csrf_token } = useSession();
  const words = useProblemWords();
  const sent = useSent();
  const { all, open, failed } = count(sent);
  const take = (files: File[]) =>
    send(files, csrf_token, (problem) => {
      const { title, detail } = words(problem);
      return detail ? `${title}. ${detail}` : title;
    });
  return (
    <div className={`${shared.page} ${styles.narrow}`}>
      <header className={shared.head}>
        <h1>{t('uploads.title')}</h1>
      </header>
      <Upload.Dragger
        multiple
        showUploadList={false}
        beforeUpload={(file, files) => {
          // Called once a file: the first call takes them all.
          if (file === files[0]) {
            take(files);
          }
          return false;
        }}
      >
        <CloudUploadOutlined className={styles.sign} />
        <p className={styles.invite}>{t('uploads.invite')}</p>
        <p className="quiet">{t('uploads.kinds')}</p>
      </Upload.Dragger>
      {all > 0 && (
        <section className={shared.card} aria-labelledby="files">
          <header className={shared.cardHead}>
            <h2 id="files">{t('uploads.files')}</h2>
            <span className="quiet" role="status">
              {t(open > 0 ? 'uploads.open' : failed > 0 ? 'uploads.failed' : 'uploads.all_done', { open, all, failed })}
            </span>
            <Button size="small" disabled={open === all} onClick={clear}>
              {t('uploads.clear')}
            </Button>
          </header>
          <ul className={styles.files}>
            {sent.map((file) => (
              <OneFile key={file.key} file={file} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

const SIGNS = {
  waiting: <ClockCircleOutlined />,
  sending: <LoadingOutlined />,
  working: <LoadingOutlined />,
  done: <CheckCircleFilled />,
  failed: <WarningFilled />,
};

function OneFile({ file }: { file: Sent }) {
  const { t } = useReading();
  const { bytes } = useFormats();
  const { name, state, progress, reason, total, conversations } = file;
  return (
    <li>
      <div className={styles.file}>
        <b>{name}</b>
        <span className="quiet">{bytes(file.bytes)}</span>
        <span className={styles.state} data-state={state}>
          {SIGNS[state]} {t(`uploads.state.${state}`)}
        </span>
      </div>
      {state === 'sending' && <Progress percent={Math.round(100 * progress)} size="small" aria-label={t('uploads.progress', { name })} />}
      {reason && <p className={styles.reason}>{reason}</p>}
      {conversations.length > 0 && (
        <ul className={styles.found}>
          {conversations.map(({ id, status, reason: why }) => (
            <li key={id}>
              {status === 'indexed' ? <Link to={`/c/${id}`}>{t('uploads.open_one', { id })}</Link> : <span>{t(`uploads.status.${status}`, { id })}</span>}
              {why && <span className={styles.reason}> {why}</span>}
            </li>
          ))}
          {total > conversations.length && <li className="quiet">{t('uploads.more', { n: total - conversations.length })}</li>}
        </ul>
      )}
    </li>
  );
}
