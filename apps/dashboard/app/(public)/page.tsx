import { Actions } from '../../features/landing/actions';
import { Hero } from '../../features/landing/hero';
import { PrivacyPoints } from '../../features/landing/privacy-points';

export default function LandingPage() {
  return (
    <>
      <Hero />
      <Actions />
      <PrivacyPoints />
    </>
  );
}
