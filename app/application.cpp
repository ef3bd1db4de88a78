namespace sluice::app { }
