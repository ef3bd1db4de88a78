<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ApiRows</name>
    <message numerus="yes">
        <source>Service, %n route(s)</source>
        <translation>
            <numerusform>Service, %n route</numerusform>
            <numerusform>Service, %n routes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfigurationCommands</name>
    <message numerus="yes">
        <source>%n item(s) written.</source>
        <translation>
            <numerusform>%n item written.</numerusform>
            <numerusform>%n items written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) will be written.</source>
        <translation>
            <numerusform>%n item will be written.</numerusform>
            <numerusform>%n items will be written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanRows</name>
    <message numerus="yes">
        <source>The plan of %n step(s) has not begun.</source>
        <translation>
            <numerusform>The plan of %n step has not begun.</numerusform>
            <numerusform>The plan of %n steps has not begun.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message numerus="yes">
        <source>after %n answer(s)</source>
        <translation>
            <numerusform>after %n answer</numerusform>
            <numerusform>after %n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RehearseCommand</name>
    <message numerus="yes">
        <source>Submit sends exactly the %n request(s) that were rehearsed: no difference.</source>
        <translation>
            <numerusform>Submit sends exactly the %n request that was rehearsed: no difference.</numerusform>
            <numerusform>Submit sends exactly the %n requests that were rehearsed: no difference.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReleasePlan</name>
    <message numerus="yes">
        <source>The step holds for another %n second(s).</source>
        <translation>
            <numerusform>The step holds for another %n second.</numerusform>
            <numerusform>The step holds for another %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReleaseWords</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpstreamOffers</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpstreamRows</name>
    <message numerus="yes">
        <source>%n API(s)</source>
        <translation>
            <numerusform>%n API</numerusform>
            <numerusform>%n APIs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>target of %n release(s)</source>
        <translation>
            <numerusform>target of %n release</numerusform>
            <numerusform>target of %n releases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerificationReport</name>
    <message numerus="yes">
        <source>All %n case(s) are as expected.</source>
        <translation>
            <numerusform>The %n case is as expected.</numerusform>
            <numerusform>All %n cases are as expected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) got no answer: %1.</source>
        <translation>
            <numerusform>%n request got no answer: %1.</numerusform>
            <numerusform>%n requests got no answer: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) came from neither upstream.</source>
        <translation>
            <numerusform>%n answer came from neither upstream.</numerusform>
            <numerusform>%n answers came from neither upstream.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkspaceCommands</name>
    <message numerus="yes">
        <source>%n label(s) will be written.</source>
        <translation>
            <numerusform>%n label will be written.</numerusform>
            <numerusform>%n labels will be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) written.</source>
        <translation>
            <numerusform>%n label written.</numerusform>
            <numerusform>%n labels written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkspaceOperations</name>
    <message numerus="yes">
        <source>%n label(s) written.</source>
        <translation>
            <numerusform>%n label written.</numerusform>
            <numerusform>%n labels written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) will say for every operator which workspace an object without a label belongs to. No traffic moves, and no API is touched.</source>
        <translation>
            <numerusform>%n rule will say for every operator which workspace an object without a label belongs to. No traffic moves, and no API is touched.</numerusform>
            <numerusform>%n rules will say for every operator which workspace an object without a label belongs to. No traffic moves, and no API is touched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::ActivityPage</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::ApisPage</name>
    <message numerus="yes">
        <source>%n API(s)</source>
        <translation>
            <numerusform>%n API</numerusform>
            <numerusform>%n APIs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::ClosingGuard</name>
    <message numerus="yes">
        <source>%n plan(s) are run by this window. They stay where they are until someone runs them.</source>
        <translation>
            <numerusform>%n plan is run by this window. It stays where it is until someone runs it.</numerusform>
            <numerusform>%n plans are run by this window. They stay where they are until someone runs them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The limits of %n release(s) are watched by this window, and by nobody once it is closed.</source>
        <translation>
            <numerusform>The limits of %n release are watched by this window, and by nobody once it is closed.</numerusform>
            <numerusform>The limits of %n releases are watched by this window, and by nobody once it is closed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::ClusterPage</name>
    <message numerus="yes">
        <source>%n more release(s) break a limit.</source>
        <translation>
            <numerusform>%n more release breaks a limit.</numerusform>
            <numerusform>%n more releases break a limit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::ClustersPage</name>
    <message numerus="yes">
        <source>%n cluster(s) · refreshed %1</source>
        <extracomment>%1 is a time of day.</extracomment>
        <translation>
            <numerusform>%n cluster · refreshed %1</numerusform>
            <numerusform>%n clusters · refreshed %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s) added.</source>
        <translation>
            <numerusform>%n cluster added.</numerusform>
            <numerusform>%n clusters added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::LabellingDialog</name>
    <message numerus="yes">
        <source>%n label(s) will be written.</source>
        <translation>
            <numerusform>%n label will be written.</numerusform>
            <numerusform>%n labels will be written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::LiveTrafficView</name>
    <message numerus="yes">
        <source>%1: %n request(s)</source>
        <translation>
            <numerusform>%1: %n request</numerusform>
            <numerusform>%1: %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::MainWindow</name>
    <message numerus="yes">
        <source>%n row(s) copied, with tabs between the columns.</source>
        <translation>
            <numerusform>%n row copied, with tabs between the columns.</numerusform>
            <numerusform>%n rows copied, with tabs between the columns.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::PlanView</name>
    <message numerus="yes">
        <source>Counted here since the step began: %n answer(s) of the target</source>
        <translation>
            <numerusform>Counted here since the step began: %n answer of the target</numerusform>
            <numerusform>Counted here since the step began: %n answers of the target</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::RehearsalPage</name>
    <message numerus="yes">
        <source>Submit sends exactly what was rehearsed: %n request(s).</source>
        <translation>
            <numerusform>Submit sends exactly what was rehearsed: %n request.</numerusform>
            <numerusform>Submit sends exactly what was rehearsed: %n requests.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::ReleasesPage</name>
    <message numerus="yes">
        <source>%n release(s)</source>
        <translation>
            <numerusform>%n release</numerusform>
            <numerusform>%n releases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in progress</source>
        <translation>
            <numerusform>%n in progress</numerusform>
            <numerusform>%n in progress</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n alarm</numerusform>
            <numerusform>%n alarms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::SimulatorPage</name>
    <message numerus="yes">
        <source>%n simulated cluster(s)</source>
        <translation>
            <numerusform>%n simulated cluster</numerusform>
            <numerusform>%n simulated clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::SplitFunnel</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::UpstreamsPage</name>
    <message numerus="yes">
        <source>%n upstream(s)</source>
        <translation>
            <numerusform>%n upstream</numerusform>
            <numerusform>%n upstreams</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::VerificationPage</name>
    <message numerus="yes">
        <source>%n request(s) a second will go to a production gateway.</source>
        <translation>
            <numerusform>%n request a second will go to a production gateway.</numerusform>
            <numerusform>%n requests a second will go to a production gateway.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::WorkspaceRuleRow</name>
    <message numerus="yes">
        <source>matches %n</source>
        <translation>
            <numerusform>matches %n</numerusform>
            <numerusform>matches %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::WorkspaceRulesPage</name>
    <message numerus="yes">
        <source>%n by label</source>
        <translation>
            <numerusform>%n by label</numerusform>
            <numerusform>%n by label</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by a rule</source>
        <translation>
            <numerusform>%n by a rule</numerusform>
            <numerusform>%n by a rule</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unassigned, in default</source>
        <translation>
            <numerusform>%n unassigned, in default</numerusform>
            <numerusform>%n unassigned, in default</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::WorkspacesPage</name>
    <message numerus="yes">
        <source>%n workspace(s)</source>
        <translation>
            <numerusform>%n workspace</numerusform>
            <numerusform>%n workspaces</numerusform>
        </translation>
    </message>
</context>
</TS>
