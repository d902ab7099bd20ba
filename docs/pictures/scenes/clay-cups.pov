// clay-cups
#version 3.7;
#ifndef (View) #declare View = 1; #end
#include "studio.inc"
#include "goods.inc"
#include "m_cup1.inc" #include "m_cup2.inc" #include "m_cup3.inc" #include "m_cup4.inc" #include "m_cup5.inc" #include "m_spoon.inc"
#switch (View)
#case (1)
  Shot(<7, 27, -58>, <0.4, 3.0, 0>, 28)
  object { M_cup1 BlackClay(1) rotate y*40 translate At(-8.2, -2.5, 2.5) }
  object { M_cup2 BlackClay(2) rotate y*140 translate At(1.2, -4.6, 2.5) }
  object { M_cup3 BlackClay(3) rotate y*200 translate At(9.9, 0.4, 2.5) }
  object { M_cup4 BlackClay(4) rotate y*20 translate At(0.2, 7.0, 2.5) }
#break
#case (2)
  Shot(<-9, 22, -21>, <0.2, 5.3, 0>, 30)
  object { M_cup2 BlackClay(2) rotate y*20 translate At(0, 0, 2.5) }
  object { M_cup3 BlackClay(5) rotate z*90 rotate y*-70 translate At(9.5, 12, 3) + y*3.95 }
#break
#case (3)
  Shot(<-10, 25, -48>, <1.6, 2.8, 0>, 30)
  union { object { M_cup1 BlackClay(1) } object { Tea(6.1, 3.72) } rotate y*40 translate At(-4.5, -2, 2.5) }
  union { object { M_cup5 Clay(5) } object { Tea(6.0, 3.72) } rotate y*120 translate At(6.2, 2.0, 2.5) }
  object { Matchbox() rotate y*24 translate At(6.6, -8.2, 1.5) }
  object { M_cup4 BlackClay(4) rotate y*20 translate At(-9.0, 11.0, 2.5) }
#break
#end
