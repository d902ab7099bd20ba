// cane-tray
#version 3.7;
#ifndef (View) #declare View = 1; #end
#include "studio.inc"
#include "goods.inc"
#include "m_tray.inc" #include "m_cup1.inc" #include "m_cup2.inc" #include "m_cup5.inc" #include "m_towel3.inc"
#switch (View)
#case (1)
  Shot(<-6, 46, -68>, <0, 0.6, 0>, 32)
  object { Tray() rotate y*14 translate At(0, 0, 10) }
#break
#case (2)
  Shot(<26, 20, -32>, <7.5, 2.4, -4>, 27)
  object { Tray() rotate y*-20 translate At(0, 0, 10) }
#break
#case (3)
  Shot(<13, 42, -72>, <0, 2.4, 0>, 33)
  union {
    object { Tray() rotate y*-8 }
    union { object { M_cup5 Clay(5) } object { Tea(6.0, 3.72) } rotate y*40 translate <-9.5, 0.5, -2> }
    union { object { M_cup2 Clay(9) } object { Tea(6.1, 3.72) } rotate y*140 translate <0.8, 0.5, -4.2> }
    object { M_towel3 Gamcha("gamcha_green.png", 13, 13) scale <0.5, 0.8, 0.75> rotate y*74 translate <9.5, 0.55, 1.2> }
    translate At(0, 0, 10)
  }
#break
#end
