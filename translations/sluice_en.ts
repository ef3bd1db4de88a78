<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Verifier</name>
    <message numerus="yes">
        <source>%n answer(s) came from neither upstream.</source>
        <translation>
            <numerusform>%n answer came from neither upstream.</numerusform>
            <numerusform>%n answers came from neither upstream.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) got no answer: %1.</source>
        <translation>
            <numerusform>%n request got no answer: %1.</numerusform>
            <numerusform>%n requests got no answer: %1.</numerusform>
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
</context>
</TS>
