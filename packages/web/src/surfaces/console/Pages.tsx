import { Redirect, Route, Switch } from 'wouter';
import { AccountPage } from './account/AccountPage.tsx';
import { AccountsPage } from './account/AccountsPage.tsx';
import { AuditPage } from './account/AuditPage.tsx';
import { mayAnywhere, useMe } from './account/me.ts';
import { BankPage } from './bank/BankPage.tsx';
import { BanksPage } from './bank/BanksPage.tsx';
import { BankUploadPage } from './bank/BankUploadPage.tsx';
import { ContestPage } from './contest/ContestPage.tsx';
import { RuleSheetPage } from './contest/RuleSheetPage.tsx';
import { TicketSheetPage } from './entries/TicketSheetPage.tsx';
import { RecheckSheetPage } from './result/RecheckSheetPage.tsx';
import { SeasonListPage } from './season/SeasonListPage.tsx';
import { SeasonPage } from './season/SeasonPage.tsx';
import { LinkSheetPage } from './show/LinkSheetPage.tsx';
import { ShowRulesPage } from './show/ShowRulesPage.tsx';
import { StagePage } from './stage/StagePage.tsx';
import { UnitsPage } from './unit/UnitsPage.tsx';

/** Every path below `/console`. */
export function Pages() {
  const me = useMe();
  return (
    <Switch>
      <Route path="/">
        {() => (mayAnywhere(me, 'season.read') ? <SeasonListPage /> : <Redirect to="/audit" replace />)}
      </Route>
      <Route path="/seasons/:id">{({ id }) => <SeasonPage seasonId={id} />}</Route>
      <Route path="/contests/:id/rule-sheet">{({ id }) => <RuleSheetPage contestId={id} />}</Route>
      <Route path="/contests/:id/recheck-sheet">{({ id }) => <RecheckSheetPage contestId={id} />}</Route>
      <Route path="/contests/:id/tickets">{({ id }) => <TicketSheetPage contestId={id} />}</Route>
      <Route path="/contests/:id/stages/:stage/links">
        {({ id, stage }) => <LinkSheetPage contestId={id} stageId={stage} />}
      </Route>
      <Route path="/contests/:id/stages/:stage/rules">
        {({ id, stage }) => <ShowRulesPage contestId={id} stageId={stage} />}
      </Route>
      <Route path="/contests/:id/stages/:stage">
        {({ id, stage }) => <StagePage contestId={id} stageId={stage} />}
      </Route>
      <Route path="/contests/:id/:tab?">{({ id, tab }) => <ContestPage contestId={id} tab={tab} />}</Route>
      <Route path="/banks">{() => <BanksPage />}</Route>
      <Route path="/banks/new">{() => <BankUploadPage />}</Route>
      <Route path="/banks/:id">{({ id }) => <BankPage bankId={id} />}</Route>
      <Route path="/units">{() => <UnitsPage />}</Route>
      <Route path="/accounts">{() => <AccountsPage />}</Route>
      <Route path="/audit">{() => <AuditPage />}</Route>
      <Route path="/account">{() => <AccountPage />}</Route>
      <Route>
        <Redirect to="/" />
      </Route>
    </Switch>
  );
}
