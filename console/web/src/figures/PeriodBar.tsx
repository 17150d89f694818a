import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, DatePicker, Segmented, Select, Space, Tooltip } from 'antd';
import dayjs from 'dayjs';
import { useReading } from './reading';
import { addressOf, moved, type Period, PRESETS, preset, type Preset } from './period';
import { dayOf } from './zone';
import styles from './figures.module.css';

/** Chooses the days that figures are about: presets, a range, or one step back and forth. */
export function PeriodBar({
  period,
  now,
  zone,
  onChoose,
}: {
  period: Period;
  now: Date;
  zone: string;
  onChoose: (period: Parameters<typeof addressOf>[0]) => void;
}) {
  const { t } = useReading();
  const names = PRESETS.map((name) => ({ value: name, label: t(`figures.period.${name}`) }));
  const step = (direction: -1 | 1) => onChoose(moved(period, direction, now, zone));
  const future = period.last >= dayOf(now, zone);
  return (
    <div className={styles.bar} role="group" aria-label={t('figures.period')}>
      <Segmented
        className={styles.presets}
        options={names}
        value={period.preset ?? ('' as Preset)}
        onChange={(name) => onChoose(preset(name, now, zone))}
      />
      <Select
        className={styles.presetList}
        aria-label={t('figures.period')}
        options={names}
        value={period.preset}
        placeholder={t('figures.period')}
        onChange={(name) => onChoose(preset(name, now, zone))}
      />
      <Space.Compact>
        <Tooltip title={t('figures.period.earlier')}>
          <Button aria-label={t('figures.period.earlier')} icon={<LeftOutlined />} onClick={() => step(-1)} />
        </Tooltip>
        <DatePicker.RangePicker
          className={styles.range}
          allowClear={false}
          value={[dayjs(period.first), dayjs(period.last)]}
          disabledDate={(day) => day.format('YYYY-MM-DD') > dayOf(now, zone)}
          placeholder={[t('figures.period.first'), t('figures.period.last')]}
          onChange={(range) =>
            range?.[0] && range[1] && onChoose({ first: range[0].format('YYYY-MM-DD'), last: range[1].format('YYYY-MM-DD') })
          }
        />
        <Tooltip title={t('figures.period.later')}>
          <Button
            aria-label={t('figures.period.later')}
            icon={<RightOutlined />}
            disabled={future}
            onClick={() => step(1)}
          />
        </Tooltip>
      </Space.Compact>
    </div>
  );
}
