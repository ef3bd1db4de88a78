<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
