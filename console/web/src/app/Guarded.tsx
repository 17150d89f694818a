import { Component, Suspense, useEffect, type ComponentType, type ReactNode } from 'react';
import { useText } from '../i18n/text';
import { Failure } from '../parts/Failure';
import { PageSkeleton } from '../parts/PageSkeleton';

/** A section's page: a skeleton while its code comes, and an error that can be retried when it fails. */
export function Guarded({ title, Page }: { title: string; Page: ComponentType }) {
  const t = useText();
  const words = t(title);
  const name = t('frame.name');
  useEffect(() => {
    document.title = `${words} · ${name}`;
  }, [words, name]);
  return (
    <Boundary>
      <Suspense fallback={<PageSkeleton />}>
        <Page />
      </Suspense>
    </Boundary>
  );
}

class Boundary extends Component<{ children: ReactNode }, { problem?: unknown }> {
  override state: { problem?: unknown } = {};

  static getDerivedStateFromError(problem: unknown) {
    return { problem };
  }

  override render() {
    const { problem } = this.state;
    return problem ? <Failure problem={problem} retry={() => this.setState({ problem: undefined })} /> : this.props.children;
  }
}
